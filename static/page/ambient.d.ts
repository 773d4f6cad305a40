// What the build puts into the script of the page, for the compiler's eyes.

/** The page's texts by language: those of `static/site` whose keys begin with `page.`, without that. */
declare const PAGE_TEXTS: Record<string, Record<string, string>>;
