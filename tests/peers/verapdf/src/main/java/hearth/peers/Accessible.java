package hearth.peers;

import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks files against PDF/UA-1 by veraPDF: a line a file, and what is wrong with it. */
public final class Accessible {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean all = files.length > 0;
        for (String file : files) {
            try (PDFAParser parser =
                            Foundries.defaultInstance().createParser(new FileInputStream(file), PDFAFlavour.PDFUA_1);
                    PDFAValidator validator =
                            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
                ValidationResult result = validator.validate(parser);
                all &= result.isCompliant();
                System.out.println((result.isCompliant() ? "sound    " : "NOT SOUND ") + file + ", "
                        + result.getTotalAssertions() + " checks");
                Map<String, Integer> wrong = new TreeMap<>();
                for (TestAssertion one : result.getTestAssertions()) {
                    if (one.getStatus() == TestAssertion.Status.FAILED) {
                        wrong.merge(one.getRuleId().getClause() + " " + one.getMessage(), 1, Integer::sum);
                    }
                }
                wrong.forEach((what, times) -> System.out.println("  " + times + " x " + what));
            }
        }
        System.exit(all ? 0 : 1);
    }
}
