# Cross-compiles for Windows with MinGW-w64. installer/build-dependencies makes the prefix and the link to it.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(prefix "$ENV{SHEBAO_WINDOWS_PREFIX}")
if(NOT prefix)
  get_filename_component(prefix ${CMAKE_CURRENT_LIST_DIR}/../build/windows-dependencies/prefix ABSOLUTE)
endif()

set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

# Libraries come from the prefix alone: what is installed for this machine must not slip in. Programs are this machine's.
set(CMAKE_FIND_ROOT_PATH ${prefix} /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_PREFIX_PATH ${prefix})
set(ENV{PKG_CONFIG_LIBDIR} ${prefix}/lib/pkgconfig)

# moc, rcc and uic run here, so they are this machine's, of the same version as the library.
set(QT_HOST_PATH /usr CACHE PATH "")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake CACHE PATH "")
