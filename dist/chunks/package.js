// package.json
var name = "ncts5-production-checklist";
var version = "0.1.0";

export { version as n, name as t };