const search = document.getElementById("search");
const entries = [...document.querySelectorAll("[data-find]")];
const groups = [...document.querySelectorAll("details")];
search.addEventListener("input", () => {
  const wanted = search.value.trim().toLowerCase();
  for (const entry of entries) entry.hidden = wanted !== "" && !entry.dataset.find.toLowerCase().includes(wanted);
  for (const group of groups) {
    if (group.dataset.find !== undefined) continue;
    const found = group.querySelector("[data-find]:not([hidden])") !== null;
    group.open = wanted !== "" && found;
    group.hidden = wanted !== "" && !found;
  }
});
