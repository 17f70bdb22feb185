# shebao_windows_program(<target> <description>): icon, version and manifest of a program for Windows; nothing elsewhere.
# The version is the project's; only the target's own name and what people read in 任务管理器 differ.
function(shebao_windows_program target description)
  if(NOT WIN32)
    return()
  endif()
  set(program ${target})
  set(icon ${CMAKE_SOURCE_DIR}/ui/shebao.ico)
  set(manifest ${CMAKE_SOURCE_DIR}/cmake/windows/program.manifest)
  configure_file(${CMAKE_SOURCE_DIR}/cmake/windows/program.rc.in ${target}.rc @ONLY)
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
  set_property(SOURCE ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc PROPERTY OBJECT_DEPENDS ${icon} ${manifest})
  if(MSVC)
    target_link_options(${target} PRIVATE /MANIFEST:NO)  # ours is in the resource
  endif()
endfunction()
