/* Workflows and pipelines are taken into the bundle as they stand. */
declare module '*.yml' {
  const text: string;
  export default text;
}
declare module '*.jenkinsfile' {
  const text: string;
  export default text;
}
