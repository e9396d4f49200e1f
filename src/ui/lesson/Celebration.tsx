const rays = 8;

/// A quiet sign that all checks passed: it opens once and takes no room. Without motion there is none.
export function Celebration() {
  return (
    <svg className="celebration" viewBox="-20 -20 40 40" aria-hidden="true">
      {Array.from({ length: rays }, (_, k) => (
        <line key={k} x1="0" y1="-9" x2="0" y2="-16" transform={`rotate(${(360 / rays) * k})`} />
      ))}
    </svg>
  );
}
