/** How a note stands on paper: A4, one column to read, charts and tables over the whole width. Inter and Source Serif 4 must be there; nothing takes their place. */
export const TYPST_STYLE = `#let ink = rgb("#16191d")
#let soft = rgb("#5b626b")
#let hair = rgb("#dfe2e6")
#let tint = rgb("#f6f7f8")
#let colours = (leader: rgb("#0062a3"), laggard: rgb("#b83b00"), open: rgb("#b83b00"))
// What one family lacks, as a filled or an empty circle, the other has.
#let sans = ("Inter", "Source Serif 4")
#let serif = ("Source Serif 4", "Inter")
#let reading = 140mm

#let aside(body) = text(fill: soft, weight: 400, body)

#let running(words, day) = context if counter(page).get().first() > 1 {
  set text(font: sans, size: 7.5pt, fill: soft)
  grid(columns: (1fr, auto), gutter: 8mm, words, day)
  v(-1.5mm)
  line(length: 100%, stroke: 0.5pt + hair)
}

#let folio() = context {
  set text(font: sans, size: 7.5pt, fill: soft)
  grid(columns: (1fr, auto), [Lockstep], [Page #counter(page).display() of #counter(page).final().first()])
}

#let paper(words, day, body) = {
  set page(
    paper: "a4",
    margin: (x: 19mm, top: 22mm, bottom: 20mm),
    header: running(words, day),
    footer: folio(),
    header-ascent: 6mm,
    footer-descent: 8mm,
  )
  set text(font: serif, size: 10pt, fill: ink, lang: "en", region: "gb", hyphenate: false, fallback: false)
  set par(leading: 0.65em, spacing: 1.15em)
  set block(spacing: 1.15em)
  set list(marker: text(fill: soft)[–], indent: 0pt, body-indent: 0.7em, spacing: 0.95em)
  show title: set text(font: serif, size: 26pt, weight: 600, tracking: -0.01em)
  show title: set par(leading: 0.42em)
  show title: set block(above: 0pt, below: 6mm, width: 150mm)
  show heading: it => block(above: 7.4mm, below: 2.8mm, sticky: true, width: reading, text(font: serif, size: 14pt, weight: 600, it.body))
  body
}

#let masthead(what, day, heading) = {
  v(-4mm)
  set text(font: sans, size: 8.5pt)
  line(length: 100%, stroke: 1.6pt + ink)
  block(above: 2.2mm, below: 9mm, width: 100%, grid(
    columns: (1fr, auto),
    gutter: 8mm,
    [#text(weight: 600)[Lockstep]#h(0.8em)#text(fill: soft, what)],
    text(fill: soft, day),
  ))
  block(below: 7mm, title(heading))
}

#let standfirst(body) = block(width: reading, below: 6mm, text(size: 12.5pt, fill: soft, body))

#let key-lines(..lines) = block(width: 160mm, below: 6mm, grid(
  columns: (24mm, 1fr),
  column-gutter: 4mm,
  row-gutter: 3.4mm,
  ..lines.pos().map(((term, body)) => (text(font: sans, size: 8pt, weight: 600, fill: soft, term), par(body))).flatten(),
))

#let databox(..entries) = block(fill: tint, width: 100%, inset: (x: 4.5mm, y: 4mm), radius: 1mm, above: 6mm, below: 7mm, {
  set text(font: sans, size: 7.6pt)
  set par(leading: 0.55em)
  grid(
    columns: (1fr, 1fr, 1fr),
    column-gutter: 6mm,
    row-gutter: 3.2mm,
    ..entries.pos().map(((term, body)) => [#text(fill: soft, term) \\ #body]),
  )
})

#let said(small: false, body) = if small {
  block(width: 100%, text(font: sans, size: 7.3pt, fill: soft, par(leading: 0.6em, body)))
} else {
  block(width: reading, par(body))
}

#let points(small: false, ..items) = if small {
  set text(font: sans, size: 7pt, fill: soft)
  set par(leading: 0.6em)
  let half = calc.ceil(items.pos().len() / 2)
  grid(columns: (1fr, 1fr), gutter: 8mm, ..items.pos().chunks(calc.max(1, half)).map(part => list(..part, spacing: 0.7em)))
} else {
  block(width: reading, list(..items.pos()))
}

// A chart says its message itself, and small print needs no shouting: the heading above is small.
#let kicker(words) = {
  show heading: it => block(above: 7mm, below: 2mm, sticky: true, text(font: sans, size: 7.5pt, weight: 600, fill: soft, it.body))
  heading(words)
}

// A chart of more than half a page would leave the rest of a page before it empty.
#let tallest = 122mm
#let chart(path, alt) = block(width: 100%, breakable: false, above: 4mm, below: 6mm, layout(size => {
  let whole = image(path, width: size.width, alt: alt)
  if measure(whole).height > tallest { image(path, height: tallest, alt: alt) } else { whole }
}))

#let figures(caption, align: (), head: (), long: false, ..rows) = block(width: 100%, breakable: long, above: 5mm, below: 6mm, {
  set text(font: sans, size: 7.6pt)
  set par(leading: 0.5em, justify: false)
  block(width: reading, below: 2.4mm, sticky: true, text(size: 8pt, fill: soft, caption))
  let cell(mark, k, body) = {
    // Hyphens of tabular figures are as wide as a figure, which tears days apart.
    set text(number-width: "tabular") if align.at(k) == right
    set text(weight: 600) if k == 0 or mark in ("leader", "laggard")
    set text(fill: colours.at(mark)) if mark != none and (k == 0 or mark == "open")
    body
  }
  table(
    columns: head.len(),
    align: (column, row) => align.at(column) + if row == 0 { bottom } else { top },
    inset: (column, row) => (left: 0pt, right: if column == head.len() - 1 { 0pt } else { 3.6mm }, y: 1.35mm),
    stroke: (_, row) => (bottom: if row == 0 { 0.6pt + soft } else { 0.4pt + hair }),
    table.header(..head.map(it => text(fill: soft, it))),
    ..rows.pos().map(((mark, ..cells)) => cells.enumerate().map(((k, body)) => cell(mark, k, body))).flatten(),
  )
})
`;
