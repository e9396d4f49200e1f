/// Milliseconds of processor time that some work takes: whatever else the machine does, it counts little.
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
