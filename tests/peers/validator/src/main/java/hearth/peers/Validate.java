package hearth.peers;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/**
 * HL7's own validator over FHIR R4 resources, with no network:
 * {@code validate DEFINITIONS BAD GOOD...}.
 *
 * <p>Every JSON file in each GOOD must have no error and every one in BAD at least one, or nothing
 * here would be worth believing; a folder with no file in it proves nothing. Those in DEFINITIONS (StructureDefinition, CodeSystem) say what Hearth's
 * own extensions and codes are; an extension that nobody defines is an error. A code of a system
 * that is not here (SNOMED CT, LOINC) is not looked up. The exit code is 1 where a file is not as it
 * must be.
 */
public final class Validate {
  private Validate() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      System.err.println("validate DEFINITIONS BAD GOOD...");
      System.exit(2);
    }
    FhirContext context = FhirContext.forR4();
    FhirValidator validator = validator(context, definitions(context, Path.of(args[0])));
    int files = 0;
    int wrong = 0;
    for (String folder : List.of(args).subList(2, args.length)) {
      int before = files;
      for (Path file : jsonFiles(Path.of(folder))) {
        files++;
        List<String> errors = errors(validator, file);
        if (!errors.isEmpty()) {
          wrong++;
          System.out.println(file.getFileName());
          errors.forEach(error -> System.out.println("    " + error));
        }
      }
      if (files == before) {
        wrong++;
        System.out.println(folder + ": nothing to validate");
      }
    }
    int planted = 0;
    for (Path file : jsonFiles(Path.of(args[1]))) {
      planted++;
      if (errors(validator, file).isEmpty()) {
        wrong++;
        System.out.println(file.getFileName() + ": the fault that was planted was not found");
      }
    }
    System.out.printf("%d files validated, %d planted faults, %d wrong%n", files, planted, wrong);
    System.exit(wrong == 0 && files > 0 && planted > 0 ? 0 : 1);
  }

  private static List<String> errors(FhirValidator validator, Path file) throws IOException {
    return validator.validateWithResult(Files.readString(file)).getMessages().stream()
        .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
        .map(error -> error.getLocationString() + ": " + error.getMessage())
        .toList();
  }

  private static FhirValidator validator(FhirContext context, IValidationSupport definitions) {
    var unknown = new UnknownCodeSystemWarningValidationSupport(context);
    unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
    var chain =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(context),
            definitions,
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context),
            new SnapshotGeneratingValidationSupport(context),
            unknown);
    var instances = new FhirInstanceValidator(chain);
    instances.setAnyExtensionsAllowed(false);
    instances.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
    return context.newValidator().registerValidatorModule(instances);
  }

  private static IValidationSupport definitions(FhirContext context, Path folder) throws IOException {
    var own = new PrePopulatedValidationSupport(context);
    for (Path file : jsonFiles(folder)) {
      own.addResource(context.newJsonParser().parseResource(Files.readString(file)));
    }
    return own;
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
