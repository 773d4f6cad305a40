/**
 * Types of the tag in JSX of React 19. Once in an application: `import type {} from "partner-fit/react";`
 */

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { PartnerFit, PartnerFitEventMap } from "./partner-fit.js";

/** Properties that stand for attributes, made from attributes.json. */
type AttributeProperties = "assessment" | "theme" | "layout" | "about" | "storage" | "load" | "exposeAnswers" | "noReview" | "linkBase";

type Properties = Partial<Pick<PartnerFit, AttributeProperties | "model" | "profile" | "strings" | "actions" | "answers">> & {
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
};

/** Attributes that are named otherwise than their properties, made from attributes.json. */
type Attributes = { "heading-level"?: string; "expose-answers"?: ""; "no-review"?: ""; "link-base"?: string };

type Handlers = {
  [Name in keyof PartnerFitEventMap as `on${Name}`]?: (event: PartnerFitEventMap[Name]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "partner-fit": DetailedHTMLProps<HTMLAttributes<PartnerFit>, PartnerFit> & Properties & Attributes & Handlers;
    }
  }
}
