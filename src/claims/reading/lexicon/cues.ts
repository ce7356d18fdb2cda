const NO_PRICE =
  "low|lows|volume|volumes|inflow|inflows|outflow|outflows|profit|profits|earnings|number|amount|pace|cash|demand|short|sales|revenue|year|month|quarter|day|week|run|winning|streak|highs? in yields|spending|debt|deficit|keeping";

/** A record high as a noun: "record", "all-time high", "fresh peak". */
export const HIGH = `(?:(?:all[- ]time|record|lifetime|historic)[- ](?:closing[- ]|intraday[- ])?(?:bests?|highs?|close|closes|closing highs?|levels?|peaks?|territory|finish|print)|ATHs?|records?(?!\\s(?:${NO_PRICE})\\b)|(?:fresh|new|another|unprecedented)\\s(?:closing\\s|intraday\\s)?(?:highs?|peaks?)|peaks?\\b(?!ed)|unprecedented (?:levels?|heights?)|high-water marks?|(?:its|their) best (?:close|level|finish)(?: ever| of all time)?|(?:highest|best)\\s(?:close|level|finish|price|closing level)?\\s?(?:ever|on record|in (?:its |their )?history|of all time)|(?:highs?|top)(?=\\s(?:of|from|in|set)\\s))`;

/** Whether a text speaks of a record high, and every place where it does. */
export const IS_HIGH = new RegExp(HIGH, "i");
export const HIGHS = new RegExp(HIGH, "gi");

/** A high of a window: "52-week high". */
export const WINDOW_HIGH = /\b(?:(\d{1,2})-week|one-year|12-month|twelve-month|yearly)\s(?:closing\s)?highs?\b/gi;

export const SETTING =
  "(?:set|sets|setting|hit|hits|hitting|reach|reaches|reached|reaching|notch|notches|notched|notching|post|posts|posted|posting|touch|touches|touched|touching|mark|marks|marked|marking|scor(?:e|es|ed|ing)|log|logs|logged|logging|clinch(?:es|ed)?|scal(?:e|es|ed|ing)|print|prints|printed|printing|make|makes|made|making|claim(?:s|ed)?|secur(?:es|ed)|register(?:s|ed)?|enter(?:s|ed|ing)?|achiev(?:es|ed)|see|sees|saw|seen|seeing|enjoy(?:s|ed)?|celebrat(?:es|ed)|overtake|overtook|exceed(?:s|ed)?|break|breaks|broke|breaking|eclips(?:e|es|ed|ing)|surpass(?:es|ed|ing)?|tag|tags|tagged|at|to|into|for)";

/** What makes a clause one about what may come, or what somebody thinks. */
export const MODAL =
  /\b(?:likely|unlikely|could|may(?! \d)|might|should|would|will|won't|expects?|(?<!had |as |than |was |were |been |widely |of )expected(?! by)|is expected|are expected|expecting|poised|set to|bound to|about to|forecasts?|predicts?|predicted|prediction|targets?(?! range| rate)|we (?:still |also |do )?(?:think|believe|see|like|prefer|remain|suspect|doubt)|(?:analysts|economists|strategists|traders|investors) (?:see|think|believe|say it)|I (?:still |also )?(?:think|believe|bet|expect|suspect|reckon|doubt)|(?:I|we)['\u2019]d (?:be|bet|expect|say|rather)|we lean|leans? towards?|imo|imho|my guess|is a given|inevitable|surely|my (?:call|bet|guess|view|target)|history suggests|suggests that|in our view|in my view|looks? (?:set|ready|ripe|due)|ripe for|due for|due to (?:rise|fall|catch)|probably|believe|believes|hope|hopes|going to|gonna|ready to|primed|on track to|on course to|a matter of time|sooner or later|next stop|overdue|destined|cannot last|can't last)\b/i;

/** Movement upwards or downwards, as a verb or a particle. */
export const UP =
  "rose|rise|rises|risen|rising|gain|gained|gains|gaining|climb|climbed|climbs|climbing|jump|jumped|jumps|jumping|surge|surged|surges|surging|soar|soared|soars|soaring|rally|rallied|rallies|rallying|advance|advanced|advances|advancing|add|added|adds|adding|up|higher|returned|doubled|tripled|quadrupled|quintupled|appreciated|rocketed|popped|ticked up|edged up|edged higher|put on|grown|grew|increased|strengthened|firmed|leapt|leaped|spiked|inched up|crept up|nudged up|bounced|rebounded|recovered|ran up|zoomed|skyrocketed|swelled|marched up|picked up|tacked on|eked out|earned|rewarded|appreciated|delivered|notched up|pocketed|tallied";
export const DOWN =
  "fell|fall|falls|fallen|falling|drop|dropped|drops|dropping|slid|slide|slides|sliding|lost|lose|loses|losing|down|lower|decline|declined|declines|declining|tumble|tumbled|tumbles|tumbling|plunge|plunged|plunges|plunging|sank|sink|sinks|sunk|shed|sheds|slip|slipped|slips|slipping|retreat|retreated|retreats|dipped|dips|crashed|crash|halved|weakened|gave up|given up|dropping|cratered|eased|ease|edged down|edged lower|slumped|skidded|plummeted|swooned|sagged|weakened|softened|gave back|nosedived|collapsed|inched down|crept down|wiped out|faded|forfeited|surrendered|gave away|coughed up|crumbled|buckled|drifted lower|backslid";

/** A company's word for what futures say. */
export const PRICING =
  /\b(?:pric(?:e|ed|es|ing)(?:\s(?:in|for))?|imply|implies|implied|implying|point(?:s|ed|ing)? to|odds|probability|chances?|see|sees|bet|bets|betting|expect|expects|expecting|discount(?:s|ed|ing)?)\b/i;
