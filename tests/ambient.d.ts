// What scripts of tests and benchmarks find in a page, for the compiler's eyes: names that recorder.js and the checks
// write to, and what node has. Their values are of any type, because a check says what it expects of them.

import "partner-fit";
import "partner-fit/react";

declare global {
  /** The limit of every wait, in milliseconds (`browser.rs`). */
  const DEADLINE: number;
  const process: { stdout: { write(text: string): void }; env: Record<string, string | undefined> };

  // Of recorder.js and frames.js.
  const SITE: string;
  const noted: any;
  const heard: any[];
  const faults: string[];
  const violations: string[];
  const messages: any[];
  const focusMoves: string[];
  // Of tests/package/app.
  const host: any;

  interface Window {
    SITE: string;
    source: string;
    subject: any;
    putAt: number | null;
    noted: any;
    heard: any[];
    faults: string[];
    violations: string[];
    messages: any[];
    focusMoves: string[];
    host: any;
    drawn: string;
    loaded: Promise<any>;
  }
}
