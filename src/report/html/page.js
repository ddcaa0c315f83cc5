// Narrows the list of findings. The page is whole without it.
const form = document.querySelector('form.toolbar')
if (form) {
  const sections = [...document.querySelectorAll('section.post')].map((element) => ({
    element,
    folder: element.dataset.folder,
    path: element.querySelector('h3 span').textContent.toLowerCase(),
    items: [...element.querySelectorAll('ol > li')].map((item) => ({
      element: item,
      rule: item.dataset.rule,
      severity: item.className,
    })),
  }))
  const count = sections.reduce((sum, { items }) => sum + items.length, 0)
  const output = form.querySelector('output')
  const grouped = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')

  const textOf = (item) => {
    item.text ??= item.element.textContent.toLowerCase()
    return item.text
  }

  const apply = () => {
    const words = form.elements.search.value.toLowerCase().split(/\s+/).filter(Boolean)
    const rule = form.elements.rule.value
    const folder = form.elements.folder?.value ?? ''
    const severities = [...form.querySelectorAll('input:checked')].map(({ value }) => value)
    let shown = 0
    for (const section of sections) {
      const isInFolder = folder === '' || section.folder === folder
      let any = false
      for (const item of section.items) {
        const matches =
          isInFolder &&
          (rule === '' || item.rule === rule) &&
          severities.includes(item.severity) &&
          words.every((word) => section.path.includes(word) || textOf(item).includes(word))
        if (item.element.hidden === matches) item.element.hidden = !matches
        if (matches) {
          any = true
          shown++
        }
      }
      if (section.element.hidden === any) section.element.hidden = !any
    }
    output.textContent =
      shown === 0
        ? form.dataset.none
        : form.dataset.shown.replace('{shown}', grouped(shown)).replace('{all}', grouped(count))
  }

  let waiting
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(apply, 120)
  })
  form.addEventListener('reset', () => setTimeout(apply))
  form.addEventListener('submit', (event) => event.preventDefault())

  // A bar of a chart narrows the list to what it counts.
  for (const bar of document.querySelectorAll('a[data-filter]')) {
    bar.addEventListener('click', (event) => {
      const field = form.elements[bar.dataset.filter]
      if (!field) return
      event.preventDefault()
      form.reset()
      field.value = bar.dataset.value
      document.getElementById('findings').scrollIntoView()
    })
  }
  form.hidden = false
  apply()
}
