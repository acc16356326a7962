/** The mark: four cells of a grid; the upper right one has the rounded edge of a cloud. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        d="M3 3h8v8H3zM13 11V6.4A3.6 3.6 0 0 1 16.6 3h.3A4.3 4.3 0 0 1 21 7.3V11zM3 13h8v8H3zM13 13h8v8h-8z"
      />
    </svg>
  );
}
