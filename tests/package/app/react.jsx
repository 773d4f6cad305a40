// A React application with the element in it: properties, events, and a host that keeps the answers while the element
// comes and goes. StrictMode mounts everything twice. `window.host` is for the test.
import "partner-fit";
import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

window.host = { completed: [], mounts: 0 };

function Host() {
  const [shown, setShown] = useState(true);
  const [language, setLanguage] = useState("en");
  const [level, setLevel] = useState(3);
  const [model, setModel] = useState(null);
  const [answers, setAnswers] = useState({});
  const widget = useRef(null);
  useEffect(() => {
    host.mounts++;
    Object.assign(host, { setShown, setLanguage, setLevel, setModel, setAnswers });
  }, []);
  if (!shown) return <p id="away">Away</p>;
  return (
    <partner-fit
      ref={widget}
      assessment="partner"
      lang={language}
      load="eager"
      no-review=""
      headingLevel={level}
      model={model}
      answers={answers}
      onpf-complete={(event) => host.completed.push(event.detail)}
      onpf-answer={() => (host.answers = widget.current.answers)}
    >
      <p className="fallback">Fallback</p>
    </partner-fit>
  );
}

createRoot(document.getElementById("place")).render(
  <StrictMode>
    <Host />
  </StrictMode>,
);
