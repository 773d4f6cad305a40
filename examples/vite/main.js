// One import registers the element; Vite finds its wasm, assessments and texts by itself.
import "partner-fit";
