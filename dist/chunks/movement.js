// src/requirements/movement.ts
/**
* The country in a movement's MRN. A departure bears the region of its scenario; an arrival the other one: ASGB1 is a
* movement from Northern Ireland to Great Britain. Source: GUIDE.
*/
function departureCountry({ flow, region }) {
	if (flow !== "arrival") return region;
	return region === "GB" ? "XI" : "GB";
}
/** A movement gets its MRN with IE028; an arrival starts from one. A declaration that is rejected has only its LRN. */
function hasMrn({ flow, steps }) {
	return flow === "arrival" || steps.some(({ receives }) => receives.includes("IE028"));
}

export { hasMrn as n, departureCountry as t };