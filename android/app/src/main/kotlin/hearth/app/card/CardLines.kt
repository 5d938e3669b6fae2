// The card's document, as it is drawn: its names are those of the JSON in core/card.

package hearth.app.card

import hearth.bridge.CardContact
import hearth.bridge.CardHeadings
import hearth.bridge.CardLine
import hearth.bridge.CardPlan
import hearth.bridge.CardSection
import hearth.bridge.CardZone
import hearth.bridge.Moment
import hearth.bridge.OpenCard
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import org.json.JSONArray
import org.json.JSONException
import org.json.JSONObject

private const val FORMAT = 1
private const val MINUTE = 60_000L
private const val DAY = 24 * 60 * MINUTE

/** 2020-01-01 00:00 UTC: before there was any Hearth. */
private const val NO_HEARTH_YET = 1_577_836_800_000L

/** 150 years of 365.25 days. */
private const val IMPOSSIBLE = 54_787L * DAY + DAY / 2
private const val WIDEST_OFFSET = 18 * 60

/** The document in these bytes; fields not known here are passed over. */
internal fun cardOf(bytes: ByteArray, now: Moment, behind: Boolean): OpenCard {
    val json = try {
        JSONObject(Charsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString())
    } catch (_: CharacterCodingException) {
        throw NoCard(WhyNoCard.Malformed)
    } catch (_: JSONException) {
        throw NoCard(WhyNoCard.Malformed)
    }
    val version = json.optInt("v", 0)
    if (version > FORMAT) throw NoCard(WhyNoCard.NewerVersion)
    if (version != FORMAT) throw NoCard(WhyNoCard.Malformed)
    return try {
        json.card(now, behind)
    } catch (_: JSONException) {
        throw NoCard(WhyNoCard.Malformed)
    }
}

private fun JSONObject.card(now: Moment, behind: Boolean): OpenCard {
    val phrases = getJSONObject("phrases")
    val made = getJSONObject("made")
    val safety = each("safety") { at -> getString(at) }
    if (safety.isEmpty() || safety.any { it.isBlank() }) throw JSONException("no safety line")
    return OpenCard(
        language = getString("lang"),
        name = getString("name"),
        callMe = said("call_me"),
        born = said("born"),
        made = made.getString("line"),
        age = age(made.getLong("at"), made.getInt("offset"), now, phrases),
        mayBeBehind = if (behind) phrases.getString("may_be_behind") else null,
        sections = objects("sections") { CardSection(it.getString("kind"), it.getString("heading"), it.lines("lines")) },
        contacts = objects("contacts") { it.contact() },
        plans = objects("plans") { it.plan() },
        headings = CardHeadings(
            contacts = phrases.getString("contacts"),
            signs = phrases.getString("signs"),
            steps = phrases.getString("steps"),
            coping = phrases.getString("coping"),
            medicinesKept = phrases.getString("medicines_kept"),
        ),
        safety = safety,
        notAnInstruction = getString("not_an_instruction"),
    )
}

private fun JSONObject.plan() = CardPlan(
    id = getString("id"),
    name = getString("name"),
    agreed = said("agreed"),
    pending = said("pending"),
    zones = objects("zones") {
        CardZone(it.getString("zone"), it.getString("heading"), it.said("shape"), it.lines("signs"), it.lines("steps"))
    },
    contacts = objects("contacts") { it.contact() },
    coping = lines("coping"),
    medicinesKept = lines("medicines_kept"),
)

private fun JSONObject.contact() = CardContact(getString("name"), said("relation"), said("number"), said("note"))

private fun JSONObject.lines(name: String) =
    objects(name) { CardLine(it.getString("text"), it.said("note"), it.said("pending")) }

/** A field that may be absent. */
private fun JSONObject.said(name: String): String? = if (isNull(name)) null else getString(name)

private fun <T> JSONObject.objects(name: String, of: (JSONObject) -> T): List<T> = each(name) { of(getJSONObject(it)) }

private fun <T> JSONObject.each(name: String, of: JSONArray.(Int) -> T): List<T> {
    if (isNull(name)) return emptyList()
    val list = getJSONArray(name)
    return (0 until list.length()).map { list.of(it) }
}

/** How old it is, in the card's own phrases and by the days of the calendar; as core/card/src/age.rs. */
private fun age(madeAt: Long, madeOffset: Int, now: Moment, phrases: JSONObject): String {
    val offsets = -WIDEST_OFFSET..WIDEST_OFFSET
    val possible = madeAt >= NO_HEARTH_YET && now.ms >= NO_HEARTH_YET && now.ms - madeAt in -DAY..IMPOSSIBLE &&
        madeOffset in offsets && now.offsetMinutes in offsets
    if (!possible) return phrases.getString("clock_wrong")
    val days = day(now.ms, now.offsetMinutes) - day(madeAt, madeOffset)
    return when {
        days <= 0 -> phrases.getString("made_today")
        days == 1L -> phrases.getString("made_yesterday")
        else -> phrases.getJSONObject("made_days").run { getString(if (has("$days")) "$days" else "other") }.replace("{n}", "$days")
    }
}

private fun day(ms: Long, offset: Int) = Math.floorDiv(ms + offset * MINUTE, DAY)
