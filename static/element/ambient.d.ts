// What the build puts into the element's script, for the compiler's eyes.

/** The hash (SHA-384, base64) of each file that the element loads, by its path. */
declare const PINS: Record<string, string>;

declare module "*.css" {
  const text: string;
  export default text;
}
