// Aligns, signs and verifies an APK with the library that apksigner is made of.
//
// java -cp apksig.jar Sign.java KEYS.p12 PASSWORD ALIAS LEAST_ANDROID RAW.apk SIGNED.apk

import com.android.apksig.ApkSigner;
import com.android.apksig.ApkVerifier;
import com.android.apksig.KeyConfig;
import java.io.File;
import java.io.FileInputStream;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

class Sign {
    public static void main(String[] args) throws Exception {
        char[] password = args[1].toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (FileInputStream in = new FileInputStream(args[0])) {
            keys.load(in, password);
        }
        PrivateKey key = (PrivateKey) keys.getKey(args[2], password);
        X509Certificate certificate = (X509Certificate) keys.getCertificate(args[2]);
        int least = Integer.parseInt(args[3]);
        var signer = new ApkSigner.SignerConfig.Builder(
            args[2], new KeyConfig.Jca(key), List.of(certificate), false).build();
        // Android 8 and later look at the newer forms only. Native libraries are aligned to 16 KB pages.
        new ApkSigner.Builder(List.of(signer)).setInputApk(new File(args[4])).setOutputApk(new File(args[5]))
            .setMinSdkVersion(least).setV1SigningEnabled(false).setV2SigningEnabled(true).setV3SigningEnabled(true)
            .setAlignFileSize(true).setLibraryPageAlignmentBytes(16384).build().sign();
        var said = new ApkVerifier.Builder(new File(args[5])).setMinCheckedPlatformVersion(least).build().verify();
        said.getErrors().forEach(error -> System.err.println("error: " + error));
        said.getWarnings().forEach(warning -> System.err.println("warning: " + warning));
        if (!said.isVerified() || !said.isVerifiedUsingV2Scheme() || !said.isVerifiedUsingV3Scheme()) {
            System.err.println("the signed APK does not verify");
            System.exit(1);
        }
    }
}
