import { useEverything } from "../shared/useDepth.ts";
import { CoreMap } from "./CoreMap.tsx";
import { CoreTable } from "./CoreTable.tsx";
import { sharedUse } from "./shared-use.ts";
import { useReports } from "./useReports.ts";

/// A chip with more cores than can each have an element of their own: a map of them, and beside it a list.
export default function ManyCores() {
  const reports = useReports();
  const everything = useEverything();
  const { used } = sharedUse(reports);
  return (
    <div className="many-cores">
      <CoreMap reports={reports} />
      <div className="many-cores-side">
        {everything && used > 0 && (
          <p className="many-cores-shared">Shared memory, 32 MB: {used.toLocaleString("en")} B in use by the cores</p>
        )}
        <CoreTable reports={reports} />
      </div>
    </div>
  );
}
