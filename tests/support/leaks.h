#pragma once
// Read by the leak checker of the asan preset. These are not ours and come and go with thread timing: OpenSSL's state of a
// thread and Qt's default TLS configuration, made on the network thread, when the process ends first; fontconfig's caches.

extern "C" const char *__lsan_default_suppressions()
{
    return "leak:libcrypto.so\nleak:libfontconfig.so\n";
}
