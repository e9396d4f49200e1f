import { use, useId, useState } from "react";
import { useStore } from "zustand";
import { mostCertificateBytes } from "../../base/limits.ts";
import type { Certificates, Verified } from "../../store/lessons/certificates.ts";
import { FileChoice } from "../marking/FileChoice.tsx";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { saveFile } from "../shared/save-file.ts";
import { Words } from "../shared/Words.tsx";
import { NameForm } from "./NameForm.tsx";
import "./certificate.css";

/// A certificate: saved by a student, verified by a teacher.
export default function CertificateView() {
  const app = useApp();
  const [promise] = useState(() => app.certificates());
  const certificates = use(promise);
  return (
    <div className="certificate">
      <Save certificates={certificates} />
      <Verify certificates={certificates} />
    </div>
  );
}

function Save({ certificates }: { readonly certificates: Certificates }) {
  const { kept, before } = certificates.passed();
  const save = (name: string) => {
    const file = certificates.write(name);
    saveFile(file.name, file.text, "text/html");
    return `${file.name} was saved. Give this file to whoever asks for it.`;
  };
  const about = (
    <>
      <p>
        {kept.length === 0
          ? "Pass a lesson’s check, and it is in your certificate."
          : `One file that you can read and keep: ${kept.length === 1 ? "1 lesson" : `${kept.length} lessons`} that you passed, when, and your programs.`}
      </p>
      {before.length > 0 && (
        <p className="quiet">
          To have {before.length === 1 ? "this one" : "these"} in it too, press Check once more: {before.join(", ")}.
        </p>
      )}
    </>
  );
  return (
    <NameForm
      title="Your certificate"
      about={about}
      button="Save the certificate"
      disabled={kept.length === 0}
      onSave={save}
    />
  );
}

const outcomeWords: Readonly<Record<Verified["outcome"], string>> = {
  passed: "passed",
  failed: "not passed",
  unknown: "not run",
};

function Verify({ certificates }: { readonly certificates: Certificates }) {
  const { progress, student, verified, verdict, problem } = useStore(certificates.store);
  const id = useId();
  const choose = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    // One that is too large is not read to its end.
    const bytes = new Uint8Array(await file.slice(0, mostCertificateBytes + 1).arrayBuffer());
    await certificates.verify(file.name, bytes);
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Verify a certificate</h3>
      <p>
        Anyone can write such a file. The only honest proof is to run its programs again, and that happens here. It
        shows that the programs pass, not who wrote them.
      </p>
      <div className="button-row">
        <FileChoice words="Choose a certificate" accept=".html" onFiles={(files) => void choose(files)} />
        {progress !== null && (
          <>
            <progress aria-label="Verifying" value={progress.done} max={progress.all} />
            <button type="button" className="button small line" onClick={certificates.cancel}>
              Cancel
            </button>
          </>
        )}
      </div>
      {problem !== "" && (
        <p className="lesson-problem" role="alert">
          {problem}
        </p>
      )}
      {verified.length > 0 && (
        <ul className="certificate-lessons" aria-label={`Lessons of ${student}`}>
          {verified.map(({ title, date, outcome, words }, k) => (
            <li key={k} className={outcome === "passed" ? "holds" : "fails"}>
              <Icon name={outcome === "passed" ? "check" : "close"} />
              <div>
                <p>
                  <strong>{title}</strong>, {date}: {outcomeWords[outcome]}
                </p>
                {words !== "" && (
                  <p className="quiet">
                    <Words text={words} />
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <p role="status">
        {progress !== null && `${progress.done} of ${progress.all} programs run`}
        {verdict !== "" && `${student}: ${verdict}`}
      </p>
    </section>
  );
}
