// The card, and what is on it.

package hearth.bridge

/** One entry that may stand on the card. */
data class CardChoice(
    /** Names it. */
    val id: String,
    /** In words. */
    val said: Field,
    /** It stands on the card. */
    val on: Boolean,
    /** Only me: it does not stand on the card, even switched on. */
    val onlyMe: Boolean,
    /** What must be said of it: suggestions, two versions, removed here and changed there. */
    val notes: List<String>,
)

/** The choices of the card, ready to draw. */
data class CardChoices(
    /**
     * The card itself: whether name, day of birth, photo and how to talk with me are shown, the
     * words for when I am very unwell, when medicines were checked.
     */
    val card: Entry,
    /** What may stand on it, in the order it is drawn there. */
    val groups: List<CardGroup>,
    /** "Life at risk? 999 ...": always on it. */
    val safety: String,
    /** "Not an instruction: find the original.": always on it. */
    val notAnInstruction: String,
)

/** Somebody to call. */
data class CardContact(
    /** "Sam". */
    val name: String,
    /** "my son". */
    val relation: String?,
    /** As the person wrote it: spaces and all. */
    val number: String?,
    /** Small print that belongs to it. */
    val note: String?,
)

/** Choices under one heading. */
data class CardGroup(
    /** The heading on the card: "Allergies". */
    val heading: String,
    /** What kind they are. */
    val kind: String,
    /** The field that switches one on: `on_card`, or `unwell.at_hand` of a plan. */
    val switch: String,
    /** One for each entry, on or off. */
    val choices: List<CardChoice>,
)

/** Headings over the parts of a plan, in the card's language. */
data class CardHeadings(
    /** Over contacts: "Call". */
    val contacts: String,
    /** Over signs. */
    val signs: String,
    /** Over steps. */
    val steps: String,
    /** Over what helps me cope. */
    val coping: String,
    /** Over what is kept at home. */
    val medicinesKept: String,
)

/** One thing said. */
data class CardLine(
    /** The words themselves. */
    val text: String,
    /** Small print that belongs to it: "two versions: check first". */
    val note: String?,
    /** "your practice suggested a change, 3 November". */
    val pending: String?,
)

/** What the person does when one concern gets worse. */
data class CardPlan(
    /** Names the plan; not drawn. */
    val id: String,
    /** "When my breathing gets worse". */
    val name: String,
    /** Who agreed to it, or that it has changed since. */
    val agreed: String?,
    /** A change suggested to the plan as a whole. */
    val pending: String?,
    /** In the order they are drawn. */
    val zones: List<CardZone>,
    /** Whom to call, first one first. */
    val contacts: List<CardContact>,
    /** What helps me cope. */
    val coping: List<CardLine>,
    /** Medicines and equipment kept for this, and where. */
    val medicinesKept: List<CardLine>,
)

/** A heading and what the person put under it. */
data class CardSection(
    /** `allergies`, `conditions`, ...: how urgent it is, never how it reads. */
    val kind: String,
    /** "Allergies". */
    val heading: String,
    /** One for each thing. */
    val lines: List<CardLine>,
)

/** The card as text. */
data class CardText(
    /** The text. */
    val text: String,
    /** How many of the card's lines are left out; the text says so in words. */
    val cut: Int,
)

/** One zone of a plan. */
data class CardZone(
    /** `green`, `amber`, `red` or `any`. */
    val zone: String,
    /** "Amber: getting worse": never told by colour alone. */
    val heading: String,
    /** `circle`, `triangle` or `hexagon`; none for any. */
    val shape: String?,
    /** My own signs. */
    val signs: List<CardLine>,
    /** My own steps, in order. */
    val steps: List<CardLine>,
)

/** The squares of a code to scan, without the empty border of 4 that it needs. */
data class Code(
    /** Squares a side. */
    val size: Int,
    /** `size` rows of `size` from the top left, a byte each: 1 is dark. */
    val squares: ByteArray,
)

/** One person's card and the plans they keep at hand, ready to draw. */
data class OpenCard(
    /** The language of its lines, as a BCP 47 tag. */
    val language: String,
    /** The largest line: whose card this is. */
    val name: String,
    /** "call me Jo". */
    val callMe: String?,
    /** "born 4 March 1951". */
    val born: String?,
    /** The day it was made, in a line. */
    val made: String,
    /**
     * How old it is at the moment that was asked: "made today", or that this phone's clock may be
     * wrong. Always drawn.
     */
    val age: String,
    /** An edit was under way and it is not known whether it was kept: drawn with the card. */
    val mayBeBehind: String?,
    /** In the order they are drawn. */
    val sections: List<CardSection>,
    /** Whom to call. */
    val contacts: List<CardContact>,
    /** The plans at hand. */
    val plans: List<CardPlan>,
    /** Headings over the parts of a plan. */
    val headings: CardHeadings,
    /** "Life at risk? 999 ...": always drawn, never hidden. */
    val safety: List<String>,
    /** "Not an instruction: find the original.": always drawn. */
    val notAnInstruction: String,
)

/** The card, and what is on it: the calls. */
interface CardCalls {
    /**
     * What stands on the card and what may. A line is switched by writing the field that its group
     * names.
     */
    suspend fun cardChoices(): CardChoices

    /** Makes the card file afresh where it is missing, does not open or is behind. */
    suspend fun refreshCard()

    /**
     * Keeps the photo for the card: a JPEG of at most 64 KiB, the right way up. It is on the card
     * while `card.show_photo` is on.
     */
    suspend fun setCardPhoto(jpeg: ByteArray)
}

internal class CoreCard(private val ask: Ask) : CardCalls {
    override suspend fun cardChoices() = ask.of { it.cardChoices().own() }

    override suspend fun refreshCard() = ask.of { it.refreshCard() }

    override suspend fun setCardPhoto(jpeg: ByteArray) = ask.of { it.setCardPhoto(direct(jpeg)) }
}

internal fun hearth.core.CardChoice.own(): CardChoice = CardChoice(
    id = id,
    said = said.own(),
    on = on,
    onlyMe = onlyMe,
    notes = notes,
)

internal fun hearth.core.CardChoicesView.own(): CardChoices = CardChoices(
    card = card.own(),
    groups = groups.map { it.own() },
    safety = safety,
    notAnInstruction = notAnInstruction,
)

internal fun hearth.core.CardContact.own(): CardContact = CardContact(
    name = name,
    relation = relation,
    number = number,
    note = note,
)

internal fun hearth.core.CardGroup.own(): CardGroup = CardGroup(
    heading = heading,
    kind = kind,
    switch = switch,
    choices = choices.map { it.own() },
)

internal fun hearth.core.CardHeadings.own(): CardHeadings = CardHeadings(
    contacts = contacts,
    signs = signs,
    steps = steps,
    coping = coping,
    medicinesKept = medicinesKept,
)

internal fun hearth.core.CardLine.own(): CardLine = CardLine(
    text = text,
    note = note,
    pending = pending,
)

internal fun hearth.core.CardPlan.own(): CardPlan = CardPlan(
    id = id,
    name = name,
    agreed = agreed,
    pending = pending,
    zones = zones.map { it.own() },
    contacts = contacts.map { it.own() },
    coping = coping.map { it.own() },
    medicinesKept = medicinesKept.map { it.own() },
)

internal fun hearth.core.CardSection.own(): CardSection = CardSection(
    kind = kind,
    heading = heading,
    lines = lines.map { it.own() },
)

internal fun hearth.core.CardText.own(): CardText = CardText(
    text = text,
    cut = cut.toInt(),
)

internal fun hearth.core.CardZone.own(): CardZone = CardZone(
    zone = zone,
    heading = heading,
    shape = shape,
    signs = signs.map { it.own() },
    steps = steps.map { it.own() },
)

internal fun hearth.core.Code.own(): Code = Code(
    size = size.toInt(),
    squares = squares,
)

internal fun hearth.core.OpenCard.own(): OpenCard = OpenCard(
    language = language,
    name = name,
    callMe = callMe,
    born = born,
    made = made,
    age = age,
    mayBeBehind = mayBeBehind,
    sections = sections.map { it.own() },
    contacts = contacts.map { it.own() },
    plans = plans.map { it.own() },
    headings = headings.own(),
    safety = safety,
    notAnInstruction = notAnInstruction,
)
