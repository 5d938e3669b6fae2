package practice;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.interceptor.auth.AuthorizationInterceptor;
import ca.uhn.fhir.rest.server.interceptor.auth.IAuthRule;
import ca.uhn.fhir.rest.server.interceptor.auth.IAuthRuleBuilder;
import ca.uhn.fhir.rest.server.interceptor.auth.IAuthRuleBuilderRuleOp;
import ca.uhn.fhir.rest.server.interceptor.auth.PolicyEnum;
import ca.uhn.fhir.rest.server.interceptor.auth.RuleBuilder;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;

/**
 * Who may do what: a bearer token (JWT) is checked against the issuer's keys, and each of its patient/X.cruds
 * scopes becomes a rule of HAPI's on that patient's compartment. Those who work at the practice have a token of
 * their own, and may do everything.
 */
class SmartAuth extends AuthorizationInterceptor {
  private final DefaultJWTProcessor<SecurityContext> jwt = new DefaultJWTProcessor<>();
  private final String staff;

  SmartAuth(String issuer, String audience, String staff) throws Exception {
    super(PolicyEnum.DENY);
    this.staff = staff;
    var keys = JWKSourceBuilder.create(URI.create(issuer + "/jwks").toURL()).build();
    jwt.setJWSKeySelector(new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256), keys));
    jwt.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    var exact = new JWTClaimsSet.Builder().issuer(issuer).build();
    var claims = new DefaultJWTClaimsVerifier<>(audience, exact, Set.of("exp", "scope", "patient"));
    claims.setMaxClockSkew(0); // one machine, one clock
    jwt.setJWTClaimsSetVerifier(claims);
  }

  @Override
  public List<IAuthRule> buildRuleList(RequestDetails request) {
    if ("metadata".equals(request.getRequestPath())) return everything();
    var header = request.getHeader("Authorization");
    if (header == null || !header.startsWith("Bearer ")) throw refuse("no bearer token");
    var token = header.substring("Bearer ".length());
    if (!staff.isEmpty() && staff.equals(token)) return everything();
    try {
      var claims = jwt.process(token, null);
      return granted(claims.getStringClaim("scope"), new IdType("Patient", claims.getStringClaim("patient")));
    } catch (java.text.ParseException | com.nimbusds.jose.proc.BadJOSEException | com.nimbusds.jose.JOSEException e) {
      throw refuse("token refused: " + e.getMessage());
    }
  }

  private static List<IAuthRule> everything() {
    return new RuleBuilder().allowAll().build();
  }

  private static List<IAuthRule> granted(String scopes, IdType patient) {
    IAuthRuleBuilder rules = new RuleBuilder().allow().metadata().andThen();
    for (var scope : scopes.split(" ")) {
      var dot = scope.lastIndexOf('.');
      if (!scope.startsWith("patient/") || dot < 0) continue;
      var type = scope.substring("patient/".length(), dot);
      var letters =
          switch (scope.substring(dot + 1).split("\\?")[0]) {
            case "read" -> "rs";
            case "write" -> "cud";
            case "*" -> "cruds";
            default -> scope.substring(dot + 1);
          };
      if (letters.matches(".*[rs].*")) rules = rule(rules.allow().read(), type, patient);
      if (letters.matches(".*[cu].*")) rules = rule(rules.allow().write(), type, patient);
      if (letters.contains("d")) rules = rule(rules.allow().delete(), type, patient);
    }
    return rules.allow().transaction().withAnyOperation().andApplyNormalRules().andThen().denyAll().build();
  }

  private static IAuthRuleBuilder rule(IAuthRuleBuilderRuleOp op, String type, IdType patient) {
    var what = type.equals("*") ? op.allResources() : op.resourcesOfType(type);
    return what.inCompartment("Patient", patient).andThen();
  }

  private static AuthenticationException refuse(String why) {
    var refused = new AuthenticationException(why);
    refused.addResponseHeader("WWW-Authenticate", "Bearer realm=\"practice\", error=\"invalid_token\"");
    return refused;
  }
}
