// The glue of the engine as the build makes it: a function that returns a new instance. `cargo xtask lint` makes the
// types it refers to from the exports of the wasm.

import * as glue from "../../../target/types/engine.js";
import type { MakeGlue } from "../instance.js";

declare const makeGlue: MakeGlue<typeof glue>;
export default makeGlue;
