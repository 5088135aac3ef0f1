/* Wine 8 lacks this DLL, which Rust's standard library takes its random bytes from.
   Used only by scripts/test-windows; real Windows has its own. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) {
    return RtlGenRandom(bytes, (ULONG)count);
}
