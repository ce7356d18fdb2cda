import type { Exception } from "./exception.ts";

const YIELDS = "Board of Governors, H.15 Selected Interest Rates, https://fred.stlouisfed.org/series/DGS10";

/** Days on which the US bond market was closed against its rules: no Treasury yields were published. */
export const BOND_CLOSURES: readonly Exception[] = [
  { day: "1994-04-27", name: "Day of mourning, R. Nixon", source: YIELDS },
  { day: "2001-09-11", name: "Attacks of September 11", source: YIELDS },
  { day: "2001-09-12", name: "Attacks of September 11", source: YIELDS },
  {
    day: "2004-06-11",
    name: "Day of mourning, R. Reagan",
    source:
      "SIFMA Recommends Early Bond Market Close on Jan 9 (2024-12-30, of earlier days of mourning), https://www.forexlive.com/news/sifma-recommends-early-bond-market-close-on-jan-9-for-jimmy-carters-funeral-20241230/",
  },
  {
    day: "2012-10-30",
    name: "Hurricane Sandy",
    source:
      "SIFMA Recommends Full Market Close on October 30 (2012-10-29), https://mondovisione.com/media-and-resources/news/sifma-recommends-full-market-close-on-october-30-for-trading-of-us-dollar-denomi-20121029",
  },
  {
    day: "2018-12-05",
    name: "Day of mourning, G. H. W. Bush",
    source:
      "SIFMA Recommends Full Market Close Wednesday December 5 (2018-12-01), https://www.sifma.org/resources/news/sifma-recommends-full-market-close-wednesday-december-5-in-honor-of-former-president-george-h-w-bush/",
  },
];

const REPORT = "Good Friday with the report on employment";

/** Good Fridays on which the US bond market opened. By the dates of the report and of Easter there is no other until the end of 2028. */
export const BOND_OPENINGS: readonly Exception[] = [
  { day: "1996-04-05", name: REPORT, source: YIELDS },
  { day: "1999-04-02", name: REPORT, source: YIELDS },
  { day: "2007-04-06", name: REPORT, source: YIELDS },
  {
    day: "2010-04-02",
    name: REPORT,
    source:
      "SIFMA Issues 2010 and 2011 Recommendations, https://mondovisione.com/media-and-resources/news/sifma-issues-2010-and-2011-recommendations-for-full-and-early-holiday-closes-of--2011124",
  },
  {
    day: "2012-04-06",
    name: REPORT,
    source: "SIFMA Market Close Recommendation for the Good Friday Holiday in the US (2012-03-21), http://www.sifma.org/news/news.aspx?id=8589937972",
  },
  {
    day: "2015-04-03",
    name: REPORT,
    source:
      "SIFMA Recommends Early Market Close on April 3 (2015-03-09), https://www.sifma.org/resources/news/sifma-recommends-early-market-close-on-april-3-for-trading-of-us-dollar-denominated-fixed-income-securities-in-the-us-in-observance-of-the-good-friday-holiday/",
  },
  {
    day: "2021-04-02",
    name: REPORT,
    source:
      "Federal Reserve Bank of New York, Statement Regarding Open Market Desk Operations on Thursday, April 1, 2021 (2021-03-03), https://www.newyorkfed.org/markets/opolicy/operating_policy_210303",
  },
  { day: "2023-04-07", name: REPORT, source: YIELDS },
  {
    day: "2026-04-03",
    name: REPORT,
    source: "SIFMA, recommendations for Good Friday and Easter Monday (2026-03-20), https://pubt.io/view/2C489A7219297D4B8D44A290947D6C90F9714B6B",
  },
];
