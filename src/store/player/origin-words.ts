import type { OriginStep } from "../../runtime/protocol/provenance.ts";

/// What a step did with the value, in words that go on after its core: `receives 14 from core 1 into x`.
export function originWords({ kind, name, value, peer, inputs }: OriginStep): string {
  const into = name === "" ? "" : ` into ${name}`;
  switch (kind) {
    case "constant":
      return name === "" ? `writes ${value}` : `sets ${name} to ${value}`;
    case "copied":
      return `copies ${value}${into}`;
    case "computed":
      return inputs.length === 0 && name !== ""
        ? `sets ${name} to ${value}`
        : `works out ${value}${name === "" ? "" : ` for ${name}`}`;
    case "argument":
      return `passes ${value} to the parameter ${name}`;
    case "call":
      return `gets ${value} from a call${name === "" ? "" : `, for ${name}`}`;
    case "returned":
      return `returns ${value}`;
    case "received":
      return `receives ${value}${peer === null ? "" : ` from core ${peer}`}${into}`;
    case "sent":
      return `sends ${value} to core ${peer}`;
    case "combined":
      return `gets ${value} from reduce${name === "" ? "" : `, for ${name}`}`;
    case "asked":
      return `gets ${value} as the answer to input`;
    case "printed":
      return "prints it";
  }
}
