/** Name and mark: four cells of a grid, the upper right one with the edge of a cloud. */
export function Mark() {
  return (
    <span className="mark">
      <svg width="24" height="24" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
        <rect x="2" y="2" width="9" height="9" rx="1.5" />
        <rect x="2" y="13" width="9" height="9" rx="1.5" />
        <rect x="13" y="13" width="9" height="9" rx="1.5" />
        <path d="M13 9.5V6.2a2.6 2.6 0 0 1 2.2-2.6 3.6 3.6 0 0 1 6.3 1.5A2.9 2.9 0 0 1 20 11h-5.500a1.500 1.500 0 0 1-1.500-1.500z" />
      </svg>
      <strong>云格</strong>
    </span>
  );
}
