// Days as people write them: 2025年1月20日, 2025.1.20, 20250120.

const WRITTEN = [/^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/, /^(\d{4})(\d{2})(\d{2})$/];

// The day as files have it; what is none stays as it was typed, for the check to tell.
export const dayOf = text => {
  const typed = text.trim();
  const narrow = typed.normalize("NFKC");
  const [, year, month, day] = WRITTEN.map(form => form.exec(narrow)).find(Boolean) ?? [];
  if (!year) return typed;
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isThere = made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day);
  return isThere ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : typed;
};
