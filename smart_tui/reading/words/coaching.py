"""What the coach needs to know of a language beside its grammar; files of its folder fill it in, as plain data."""

from typing import NamedTuple

from smart_tui.reading.words.lexicon import Phrases


class JudgingWords(NamedTuple):
    """What the verbs and nouns of a goal say: done once, going on without an end, or only a direction.

    Verbs, nouns and adjectives stand in their dictionary form; the fields of endings make the other forms.
    """

    leading: tuple[str, ...]
    """Phrases in front of what is to be done that say nothing of it: "I want to", "my goal is to"."""
    modals: frozenset[str]
    """Verbs in front of another verb, behind the subject: shall, skal, ska."""
    events: frozenset[str]
    """Verbs of what is done once and then is done, whatever it is done to."""
    moves: frozenset[str]
    """Those that need no object: retire."""
    light: frozenset[str]
    """Verbs that say what their object says: get a dog, get a grip."""
    doing: frozenset[str]
    """Verbs of doing, which end only with a certain object: read, read Catch-22."""
    vague: frozenset[str]
    """Verbs of a direction or a state: improve, enjoy."""
    makes: frozenset[str]
    """Verbs of a direction that are events where a new thing comes of them: develop an app."""
    articles: frozenset[str]
    """In front of what is not there yet: a, an."""
    feelings: frozenset[str]
    """Those that stand behind another verb with nothing in front of them: make them feel welcome."""
    be: frozenset[str]
    """Forms of to be."""
    become: frozenset[str]
    """Forms of to become."""
    learns: frozenset[str]
    """Verbs of learning."""
    stops: frozenset[str]
    """Verbs of stopping, which say that something is done no more."""
    starts: frozenset[str]
    """Verbs of beginning."""
    mental: frozenset[str]
    """Verbs and nouns of the mind, which nobody can see stopping: worry."""
    pieces: frozenset[str]
    """What can be learnt to its end: a song."""
    vague_phrases: Phrases
    """"vague" to phrases that begin with a verb, "wish" to such as make a wish of all behind them."""
    event_phrases: Phrases
    """"event" or "stop" to phrases that begin with a verb, and phrases beside one: by heart."""
    vague_nouns: frozenset[str]
    """What nobody can see or count: confidence, balance."""
    vague_adjectives: frozenset[str]
    """How one is, on which two people might not agree: happy, healthy."""
    comparatives: frozenset[str]
    """Irregular ones, and words of more and less."""
    compared: frozenset[str]
    """Adjectives whose comparative is made by an ending."""
    results: frozenset[str]
    """What one is afterwards and can be seen to be: married, empty."""
    result_endings: frozenset[str]
    """Ends of such words: debt-free."""
    determiners: frozenset[str]
    """Words in front of a noun: a, the, my."""
    definite_endings: frozenset[str]
    """Ends of nouns that are a certain one, where the language has them."""
    fillers: frozenset[str]
    """Adverbs that change nothing."""
    breaks: frozenset[str]
    """Words that begin a part of the sentence about something else: why, when, if."""
    asides: frozenset[str]
    """Those in front of what only describes or explains; a plain number there is no aim: who, when, after."""
    means: frozenset[str]
    """Words that begin how it is to be reached: through, by doing."""
    purposes: frozenset[str]
    """Words that begin what it is good for, behind the object."""
    joins: frozenset[str]
    """Words between two of the same kind: and, or."""
    ors: frozenset[str]
    """Words between two things one of which is enough: or."""
    prepositions: frozenset[str]
    """Words in front of what is not the object: with, from."""
    languages: frozenset[str]
    """Names of languages, which one is never done learning."""
    postures: frozenset[str]
    """Verbs that are one with the verb joined to them: "sitta och läsa"."""
    nothing: frozenset[str]
    """Words of no certain thing: something, things."""
    verb_endings: Phrases
    """The end of a dictionary form to the ends that take its place in the other forms."""
    noun_endings: Phrases
    """The same of nouns."""
    adjective_endings: Phrases
    """The same of adjectives."""
    comparative_endings: Phrases
    """The end of an adjective to those of more and most of it."""
    participles: frozenset[str]
    """Ends of verbs of what has been done: had it painted."""
    infinitives: frozenset[str]
    """Ends that all infinitives have."""
    verbs_anywhere: frozenset[str] = frozenset()
    """Not empty where the first verb of a sentence may stand anywhere in it."""


class RemarkWords(NamedTuple):
    """What the coach needs to know of the words of a goal besides what is read from it. Ends are those of compounds."""

    better: frozenset[str]
    """Words by which something is only to be better, not how much; here and below "improv*" is all that begins so."""
    more: frozenset[str]
    """Words by which something is only to be more."""
    less: frozenset[str]
    """Words by which something is only to be less."""
    skill: frozenset[str]
    """Verbs of learning, which has no end of its own."""
    state: frozenset[str]
    """Verbs and adjectives of how one is or feels."""
    yearly: frozenset[str]
    """What says in front of an amount that it is one of a year."""
    yearly_starts: tuple[str, ...]
    """Beginnings of compounds that say so."""
    flows: frozenset[str]
    """What comes together in the course of a year: revenue, costs."""
    flow_ends: tuple[str, ...]
    """Ends of compounds for such things."""
    rates: tuple[str, ...]
    """Phrases for what is itself counted in per cent: a conversion rate, a share of."""
    rate_ends: tuple[str, ...]
    """Ends of compounds for such rates."""
    repeated: frozenset[str]
    """Units that can be meant once, in all or in every period: times, minutes, meetings."""
    repeated_ends: tuple[str, ...]
    """Ends of compounds for such units."""
    clear: frozenset[str]
    """Units about which there is no doubt what counts: words, steps, days."""
    shared: frozenset[str]
    """Words of goals that several people have, at work or in a club: our, customers."""
    leads_on: frozenset[str]
    """Verbs of what is mostly done for the sake of what is joined to it: find, buy, save."""
