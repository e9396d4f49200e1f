import { Component, type ReactNode } from "react";
import { Broken, SaveEverything } from "../start/Broken.tsx";

interface BoundaryProps {
  /// What stands in it, as in "The editor has stopped."; without, it is the whole page.
  readonly part?: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error: unknown;
  readonly failed: boolean;
}

/// Where something inside throws, it says so in its place, and the rest of the page goes on.
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { part } = this.props;
    if (part === undefined) return <Broken error={this.state.error} />;
    return (
      <div className="part-broken" role="alert">
        <p>{part} has stopped because of an error in this page. The rest of the page still works.</p>
        <p className="part-broken-why">{String(this.state.error)}</p>
        <button type="button" className="button line" onClick={() => this.setState({ error: null, failed: false })}>
          Show it again
        </button>
        <SaveEverything />
      </div>
    );
  }
}
