import { useContext, useState } from "react";
import { everythingAsZip } from "../../store/storage/export-all.ts";
import { AppContext } from "../shared/context.ts";
import { saveFile } from "../shared/save-file.ts";
import "./broken.css";

/// Stands in the place of a page that cannot go on.
export function Broken({ error }: { readonly error: unknown }) {
  return (
    <main className="page-broken" role="alert">
      <h1>ePython Lab has stopped</h1>
      <p>
        This page has met an error and cannot continue. Your programs are still here: save them as files to be sure.
      </p>
      <p>
        <SaveEverything />
        <a className="button line" href="./">
          Reload the page
        </a>
        <a className="button line" href="./?safe=1">
          Start in safe mode
        </a>
      </p>
      <p>Safe mode starts the page without what is stored in this browser, and leaves it where it is.</p>
      <p className="part-broken-why">{String(error)}</p>
    </main>
  );
}

/// Hands over all that this page and this browser hold.
export function SaveEverything() {
  const app = useContext(AppContext);
  const [failed, setFailed] = useState(false);
  const save = async () => {
    try {
      saveFile("epython-lab.zip", await everythingAsZip(app?.pageStorage), "application/zip");
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className="button line" onClick={() => void save()}>
        Save all programs as files
      </button>
      {failed && <span>The files could not be made. Reload the page and try again.</span>}
    </>
  );
}
