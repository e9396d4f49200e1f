import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "../shared/Icon.tsx";

interface TeachHeaderProps {
  /// What is made; without, this is where one begins.
  readonly title?: string;
  readonly onHome?: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/// The row at the top of the place for teachers.
export function TeachHeader({ title, onHome, onClose, children }: TeachHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opens this is read what it is, and begins at its top by keyboard.
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="teach-header">
      <span className="logo" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </span>
      <span className="teach-app">ePython Lab</span>
      <span className="header-rule" />
      {title === undefined ? (
        <h2 ref={heading} tabIndex={-1}>
          Teach
        </h2>
      ) : (
        <>
          <button type="button" className="link teach-home" onClick={onHome}>
            Teach
          </button>
          <Icon name="closed" />
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
        </>
      )}
      <span className="teach-space" />
      {children}
      <button type="button" className="button line" onClick={onClose}>
        <Icon name="close" />
        Close
      </button>
    </header>
  );
}
