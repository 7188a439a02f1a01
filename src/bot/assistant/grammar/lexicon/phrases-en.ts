// The assistant's English: for each concept the phrases that mean it. `*` at the end of a word is any ending.
import { FILLERS_EN } from './fillers-en.ts';
import { CONDITIONS_EN } from './phrases-en-conditions.ts';
import { CUSTOMERS_EN } from './phrases-en-customers.ts';
import { ORDERS_EN } from './phrases-en-orders.ts';
import { TEAM_EN } from './phrases-en-team.ts';

/** Phrases are parted by bars. The keys are THE list of concepts; another language has the same. */
export const PHRASES_EN = {
  filler: FILLERS_EN.join('|'),
  of: `behind|belongs to|belong to|belonging|of|for|by|belonging to|from the side of|regarding|concerning|about|re`,
  to: 'to|onto|into|on|at',
  as: 'as|with|with the|as a|as an',
  from: 'from|off',
  in: 'in|within|inside|near|around',
  and: 'and|&|plus|as well as',
  or: 'or',
  but: 'but|though|yet',
  not: `no longer|not any more|not anymore|not|no|never|without|none|nobody|isn't|don't|lacking|missing|neither|nor|cannot
    |except|excluding|other than|non`,
  than: 'than',
  count: `how often|how frequently|how many times|how many|how much|count|number of|how big|how large|total number of
    |amount of people|estimate|headcount|what is the number of|the number of|the amount of people|what number of
    |total count of|the total number of|the count of|tell me the number of|what is the count of|how large is|how big is
    |what is the size of|what percentage of|what share of|how many of|how many of our|how many of the`,
  list: `rank|sort|ranking|anything|all|what|list|list all|list of|which|names of|who are|give me a list of
    |give me the list of|a list of|the list of|run through|enumerate|who all|name|which of the|which of our|which ones
    |go through|all the|all our|all of our|all of the|every|lineup of|wich|whitch|wich of the`,
  why: `why|how come|explain|explain why|what made|reason why|what is the reason|for what reason|how so|how is it that
    |what is the reason that|for which reason|on what grounds|what caused|why on earth|what stopped|what keeps|what kept
    |justify|how can it be that|why exactly|what explains|because of what`,
  whether: `anything|any|is there|are there|do we have|have we|has there been|was|were|can|whether|would have|does|did|is|has
    |is it true that|do you know if|do you know whether|check if|check whether|find out if|find out whether|see if
    |see whether|tell me if|tell me whether|can you check if|wonder if|wondering if|if|were there|did we|do we|are we
    |have there been|were any|did any`,
  tagged: `tagged|labelled|labeled|flagged|marked|carrying the tag|that have the tag|carrying|with the tag|who carry the tag
    |having the tag|bearing the tag|labelled as|labeled as|tagged as|tagged with|marked as|flagged as|with the label
    |with tag|with label`,
  tagsOf: `tags|labels|how is tagged|tag list|labels of|tags of|what tags|which tags|what labels|which labels`,
  noLonger: `no longer|not any more|not anymore|any more|stop being|should not be
    |anymore|any longer`,
  asking: `ask for approval|ask again|asks first|require approval|stop running by itself|ask for approval again|always ask
    |need approval again|ask before|ask me first|ask us first|ask first|should ask|with approval|only with approval
    |no longer run by itself|stop deciding by itself`,
  help: `what are you capable of|how do you work|who are you|what are you|help|commands|what can you do|what can i ask
    |how does this work|what do you understand|capabilities|manual|how do i use|what are you able to do|what do you do
    |what are your commands|list of commands|list your commands|show commands|available commands|what commands are there
    |what can i do here|what can i say|how can you help|how can you help me|what do you offer|instructions|usage
    |guide me|i need help|i am lost|i do not know what to do|what are my options|what is possible|tutorial
    |how does it work|who am i talking to|introduce yourself|explain yourself|what questions can i ask|what is this
    |what you can do|show me what you can do|tell me what you can do|what else can you do|your abilities
    |your capabilities`,
  ...ORDERS_EN,
  ...CUSTOMERS_EN,
  ...TEAM_EN,
  ...CONDITIONS_EN,
} as const;

/** Something that a sentence may speak of. */
export type Concept = keyof typeof PHRASES_EN;

/** The phrases of one language, parted by bars. */
export type Phrases = Readonly<Record<Concept, string>>;
