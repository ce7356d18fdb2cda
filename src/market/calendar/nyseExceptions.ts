import type { Exception } from "./exception.ts";

const SPECIAL_CLOSINGS = "NYSE, list of special closings since 1885";
const SANDY =
  "The Ledger, NYSE Trading Floor Closed Today, Might Open Wednesday (2012-10-29), http://www.theledger.com/article/20121029/NEWS/121029213/0/PHOTOS51";

/** Days on which the New York Stock Exchange was closed against its rules. */
export const NYSE_CLOSURES: readonly Exception[] = [
  { day: "1994-04-27", name: "Day of mourning, R. Nixon", source: SPECIAL_CLOSINGS },
  { day: "2001-09-11", name: "Attacks of September 11", source: SPECIAL_CLOSINGS },
  { day: "2001-09-12", name: "Attacks of September 11", source: SPECIAL_CLOSINGS },
  { day: "2001-09-13", name: "Attacks of September 11", source: SPECIAL_CLOSINGS },
  { day: "2001-09-14", name: "Attacks of September 11", source: SPECIAL_CLOSINGS },
  { day: "2004-06-11", name: "Day of mourning, R. Reagan", source: SPECIAL_CLOSINGS },
  { day: "2007-01-02", name: "Day of mourning, G. Ford", source: SPECIAL_CLOSINGS },
  { day: "2012-10-29", name: "Hurricane Sandy", source: SANDY },
  { day: "2012-10-30", name: "Hurricane Sandy", source: SANDY },
  {
    day: "2018-12-05",
    name: "Day of mourning, G. H. W. Bush",
    source: "NYSE, New York Stock Exchange to Honor President George H. W. Bush (2018-12-01), https://www.tmcnet.com/usubmit/2018/12/01/8860763.htm",
  },
  {
    day: "2025-01-09",
    name: "Day of mourning, J. Carter",
    source:
      "NYSE, The New York Stock Exchange Will Close Markets on January 9 (2024-12-30), https://mondovisione.com/media-and-resources/news/the-new-york-stock-exchange-will-close-markets-on-january-9-to-honor-the-passing/",
  },
];

/** Sessions of the New York Stock Exchange that ended early against its rules, with the New York time of the close. */
export const NYSE_EARLY_CLOSES: readonly (Exception & { close: string })[] = [
  { day: "1994-02-11", close: "14:30", name: "Snowstorm", source: SPECIAL_CLOSINGS },
  { day: "1996-01-08", close: "14:00", name: "Snowstorm", source: SPECIAL_CLOSINGS },
  { day: "1997-10-27", close: "15:30", name: "Circuit breaker", source: SPECIAL_CLOSINGS },
  { day: "1997-12-26", close: "13:00", name: "Day after Christmas", source: SPECIAL_CLOSINGS },
  // The list of special closings gives this close for 1999-12-24, on which the exchange kept Christmas.
  {
    day: "1999-12-31",
    close: "13:00",
    name: "Turn of the millennium",
    source:
      "NYSE, The New York Stock Exchange Defers Off-Hours Trading Until Second Half 2000 (1999-06-04), https://mondovisione.com/media-and-resources/news/the-new-york-stock-exchange-defers-offhours-trading-until-second-half-2000",
  },
  { day: "2003-12-26", close: "13:00", name: "Day after Christmas", source: SPECIAL_CLOSINGS },
  { day: "2005-06-01", close: "15:56", name: "Fault of the systems", source: SPECIAL_CLOSINGS },
];
