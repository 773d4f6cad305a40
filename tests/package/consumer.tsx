// The tag in JSX, as a strict compiler sees it.

import type { Assessment, PartnerFit } from "partner-fit";
import type {} from "partner-fit/react";
import { createRef, type ReactElement } from "react";

const widget = createRef<PartnerFit>();

export function Right({ own }: { own?: Assessment }): ReactElement {
  return (
    <partner-fit
      ref={widget}
      assessment="partner"
      lang="nl"
      theme="dark"
      layout="question"
      load="eager"
      storage="session"
      headingLevel={3}
      no-review=""
      exposeAnswers
      model={own ?? null}
      profile={{ vendor: "Acme" }}
      strings={{ "start.button": "Go" }}
      answers={{ size: 5 }}
      onpf-complete={(event) => event.detail.band.length}
      onpf-error={({ detail }) => detail.problems?.map((problem) => problem.path)}
    >
      <a href="https://example.com/">A link</a>
    </partner-fit>
  );
}

export const wrong = [
  // @ts-expect-error No such theme.
  <partner-fit key="a" theme="blue" />,
  // @ts-expect-error A handler is a function.
  <partner-fit key="b" onpf-complete="go" />,
  // @ts-expect-error No such detail.
  <partner-fit key="c" onpf-step={(event) => event.detail.name} />,
  // @ts-expect-error The result is worked out.
  <partner-fit key="d" result={null} />,
];
