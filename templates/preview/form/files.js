// Files that people choose, as they are sent.

// With a third more for base64 it still fits into a request.
export const LARGEST = 1_400_000;

// The bytes of a file in base64.
export const fileContent = file => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result.replace(/^[^,]*,?/, ""));
  reader.onerror = reject;
  reader.readAsDataURL(file);
});
