package hearth.app

import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.StateRestorationTester
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performTextReplacement
import androidx.test.ext.junit.runners.AndroidJUnit4
import hearth.bridge.Answer
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.annotation.Config

/** Voice notes beside the boxes where words are typed, over the core itself. */
@RunWith(AndroidJUnit4::class)
@Config(qualifiers = PHONE)
class VoiceStoryTest : RoomsStage() {
    private val ask = "What is most important to me"
    private fun notes() = over.ask { beside("about", "") }

    @Before fun microphone() {
        phone.microphone.can = true
    }

    @Test
    fun a_voice_note_is_said_heard_removed_and_brought_back_and_no_word_is_touched() {
        over.seed { write("about", "", "important", Answer.Words("My dog")) }
        at("about-me")
        touch("Say it: $ask")
        stands("Recording.")
        rule.seemsKind("about-me, recording")
        tap("Stop and keep it")
        val note = notes().single()
        assertTrue(note.sound && note.field == "about.important")
        assertArrayEquals(phone.microphone.hears, over.ask { attachment(note.id) })
        stands("Voice note")
        rule.seemsKind("about-me, with a voice note")
        touch("Listen: $ask")
        assertArrayEquals(phone.microphone.hears, phone.microphone.played.single())
        touch("Stop: $ask")
        touch("Listen: $ask")
        phone.microphone.stop()
        touch("Remove the voice note: $ask")
        assertTrue(notes().isEmpty())
        nowhere("Voice note")
        tap("Undo")
        assertEquals(1, notes().size)
        assertEquals("My dog", over.ask { important() }.versions.single().text)
    }

    @Test
    fun what_is_being_said_outlives_a_turned_phone_and_is_kept_when_its_screen_or_the_app_is_left() {
        over.seed { }
        val tester = StateRestorationTester(rule)
        tester.setContent { Root(over.session, listOf(Where("today"), Where("goals"), Where("about-me"))) }
        touch("Say it: $ask")
        tester.emulateSavedInstanceStateRestore()
        stands("Recording.")
        assertTrue(phone.microphone.recording)
        tap("‹ Back")
        rule.waitForIdle()
        assertFalse("it went on where nobody sees it", phone.microphone.recording)
        assertEquals(1, notes().size)
        tap("About me")
        touch("Say it: $ask")
        over.session.leave()
        assertEquals(2, notes().size)
        nowhere("Recording.")
    }

    @Test
    fun words_half_typed_stay_where_something_is_said_beside_them_and_what_is_thrown_away_is_not_kept() {
        over.seed { }
        at("about-me")
        touch("Write: $ask")
        type("about//important", "My do")
        touch("Say it: $ask")
        tap("Throw it away")
        assertFalse(phone.microphone.recording)
        assertTrue(notes().isEmpty())
        touch("Say it: $ask")
        tap("Stop and keep it")
        rule.onNode(hasText("My do")).assertExists()
        rule.onNodeWithTag("about//important").performTextReplacement("My dog")
        tap("Keep it")
        assertEquals("My dog", over.ask { important() }.versions.single().text)
        assertEquals(1, notes().size)
    }

    @Test
    fun a_microphone_that_is_refused_or_hears_nothing_or_noise_that_is_no_sound_is_said_and_nothing_is_kept() {
        over.seed { }
        at("about-me")
        phone.microphone.allowed = false
        touch("Say it: $ask")
        stands("The microphone can’t be used just now.")
        phone.microphone.allowed = true
        phone.microphone.hears = null
        touch("Say it: $ask")
        tap("Stop and keep it")
        stands("There was nothing to hear")
        phone.microphone.hears = "not a sound".toByteArray()
        touch("Say it: $ask")
        tap("Stop and keep it")
        nowhere("There was nothing to hear")
        assertTrue(notes().isEmpty())
    }

    @Test
    fun after_ten_minutes_what_was_said_is_kept_and_that_is_said_and_what_cannot_be_heard_is_said_too() {
        over.seed { }
        at("about-me")
        touch("Say it: $ask")
        rule.runOnUiThread { phone.microphone.over() }
        stands("A voice note holds ten minutes at most")
        nowhere("Recording.")
        assertEquals(1, notes().size)
        // Once more, late: there is nothing left to end.
        rule.runOnUiThread { phone.microphone.over() }
        assertEquals(1, notes().size)
        phone.microphone.plays = false
        touch("Listen: $ask")
        stands("This phone could not play it.")
        rule.onNodeWithText("Listen").assertExists()
    }

    @Test
    fun a_phone_without_a_microphone_offers_no_voice_note_and_plays_those_that_came() {
        phone.microphone.can = false
        over.seed { attach("about", "", "important", phone.microphone.hears!!) }
        at("about-me")
        assertTrue(rule.onAllNodesWithText("Say it").fetchSemanticsNodes().isEmpty())
        touch("Listen: $ask")
        assertEquals(1, phone.microphone.played.size)
    }
}
