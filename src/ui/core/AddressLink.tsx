import { formatAddress } from "../../store/run/chip-choice.ts";
import { useApp } from "../shared/context.ts";

/// An address of the machine; leads to its byte in the memory view, from which the arrow keys go on.
export function AddressLink({ address }: { readonly address: number }) {
  const { view } = useApp();
  return (
    <button
      type="button"
      className="link mono"
      title="Show it in the memory"
      onClick={() => view.setState({ details: "memory", address, toMemory: true })}
    >
      {formatAddress(address)}
    </button>
  );
}
