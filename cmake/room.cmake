# What every target of the house has in common: warnings, strict strings, sanitizers.
add_library(shebao_options INTERFACE)
if(MSVC)
  target_compile_options(shebao_options INTERFACE /W4 /utf-8 /permissive- /bigobj)
else()
  target_compile_options(shebao_options INTERFACE -Wall -Wextra -Wshadow -Wswitch-enum -Werror $<$<CONFIG:Debug>:-Og>)
endif()
# GCC 12 at -O2 takes the unset half of a std::optional for an uninitialised read (its bug 80635): said, not fatal.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(shebao_options INTERFACE $<$<NOT:$<CONFIG:Debug>>:-Wno-error=maybe-uninitialized>)
endif()
# Several files are compiled as one (CMAKE_UNITY_BUILD), then none of them is the main file that may have local types.
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(shebao_options INTERFACE -Wno-subobject-linkage)
endif()
target_compile_definitions(shebao_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_URL_CAST_FROM_STRING
  SHEBAO_VERSION="${PROJECT_VERSION}")
target_include_directories(shebao_options INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
if(SHEBAO_SANITIZE)
  target_compile_options(shebao_options INTERFACE -fsanitize=${SHEBAO_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(shebao_options INTERFACE -fsanitize=${SHEBAO_SANITIZE})
endif()

# Two dozen test programs are linked again after a change to a low room: LLVM's linker takes a quarter of the time.
find_program(SHEBAO_LLD ld.lld)
if(SHEBAO_LLD AND NOT WIN32)
  target_link_options(shebao_options INTERFACE -fuse-ld=lld)
endif()

if(WIN32)
  target_compile_definitions(shebao_options INTERFACE UNICODE _UNICODE WIN32_LEAN_AND_MEAN NOMINMAX)
  set(SHEBAO_OTHER_SYSTEM posix)
else()
  set(SHEBAO_OTHER_SYSTEM windows)
endif()

# shebao_room(<name> LINK <targets…>): the static library of the folder it is called from. Every .cpp below the folder
# belongs to it, except a main.cpp, which is a program's own, and the folder of the other operating system: what is in
# `windows/` on Windows is in `posix/` elsewhere.
function(shebao_room name)
  cmake_parse_arguments(ROOM "" "" "LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "/${SHEBAO_OTHER_SYSTEM}/")
  add_library(shebao_${name} STATIC ${sources})
  set_target_properties(shebao_${name} PROPERTIES AUTOMOC ON)
  if(WIN32 AND EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/windows)  # windows.h stays in the files that need it
    set_target_properties(shebao_${name} PROPERTIES UNITY_BUILD OFF)
  endif()
  target_link_libraries(shebao_${name} PUBLIC shebao_options ${ROOM_LINK})
endfunction()
