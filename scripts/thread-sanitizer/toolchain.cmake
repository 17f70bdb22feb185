# Qt for ./test --preset tsan: this machine's compiler, every access to memory watched. Said to be another system, so that Qt
# takes the installed moc and rcc instead of building watched ones.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_CXX_FLAGS_RELEASE "-O1 -g1 -fsanitize=thread" CACHE STRING "")
set(CMAKE_C_FLAGS_RELEASE "-O1 -g1 -fsanitize=thread" CACHE STRING "")
foreach(kind SHARED MODULE EXE)
  set(CMAKE_${kind}_LINKER_FLAGS_INIT "-fsanitize=thread")
endforeach()
