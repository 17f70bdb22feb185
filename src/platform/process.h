#pragma once
// What a process of ours does before anything else.

namespace platform {

/// First in main(). A crash leaves no image of the memory, in which names, wages and passwords are (X3). On Windows it switches off Qt's compiler of regular expressions: that keeps its stacks in a thread_local
/// object with a destructor, and GCC for Windows frees a thread's thread_local memory before it destroys what is in it, so
/// a thread that had matched anything crashed at its end, or the process hung at its own (seen under Wine).
void beginProcess();

}  // namespace platform
