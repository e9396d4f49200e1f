import { useStore } from "zustand";
import { mostLinkCharacters } from "../../store/project/sharing.ts";
import { useApp } from "../shared/context.ts";
import { Dialog } from "../shared/Dialog.tsx";
import { useCycles } from "../shared/useCycles.ts";
import { CopyField } from "./CopyField.tsx";
import { EmbedOptions } from "./EmbedOptions.tsx";
import { FileButtons } from "./FileButtons.tsx";
import { mostQrCharacters, QrCode } from "./QrCode.tsx";
import { pageAddress, useLink } from "./useLink.ts";
import "./share.css";

/// How the open project reaches others, and how theirs are opened. It is open as long as it is there.
export default function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { projects } = useApp();
  const name = useStore(projects.store, (state) => state.current.name);
  const link = useLink();
  return (
    <Dialog title={`Share ${name}`} onClose={onClose}>
      <div className="share">
        {link.fits ? (
          <Link url={link.url} name={name} />
        ) : (
          <TooLong problem={link.problem ?? tooLong(link.url.length)} />
        )}
        {link.fits && <EmbedOptions />}
        <FileButtons onOpened={onClose} />
      </div>
    </Dialog>
  );
}

function Link({ url, name }: { readonly url: string; readonly name: string }) {
  const { player } = useApp();
  const inTime = useCycles();
  const moment = useStore(player.store, ({ phase, at }) =>
    phase === "shown" && player.moment() !== undefined ? at : null,
  );
  const length = url.length.toLocaleString("en");
  const scans = url.length <= mostQrCharacters;
  return (
    <section className={scans ? "share-link" : undefined} aria-labelledby="share-link">
      <div>
        <h3 id="share-link">Link</h3>
        <p className="share-note">
          The whole project is in the link: files, cores, seed. No server sees it, and whoever opens it gets a copy of
          their own.
          {moment !== null && ` It opens at the moment that is played, ${inTime(moment)}.`}
        </p>
        <CopyField label="Link" text={url} note={`${length} characters${scans ? "" : ", too many for a QR code"}`} />
      </div>
      {scans && <QrCode text={url} label={`QR code of the link to ${name}`} />}
    </section>
  );
}

function tooLong(characters: number): string {
  return `it would have ${characters.toLocaleString("en")} characters, and some programs cut what is longer than ${mostLinkCharacters.toLocaleString("en")}`;
}

function TooLong({ problem }: { readonly problem: string }) {
  return (
    <section aria-labelledby="share-link">
      <h3 id="share-link">Link</h3>
      <p>This project is too large for a link: {problem}. Hand it on as a .zip instead.</p>
      <p className="share-note">The link would begin with {pageAddress()}</p>
    </section>
  );
}
