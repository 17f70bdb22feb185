// Qt fills large areas with the help of its pool of threads, in a way the sanitizer does not see through: it reports each pixel
// of a table. Qt does not ask for help where it is told to be in the pool itself.

#include <stdbool.h>

bool _ZNK11QThreadPool8containsEPK7QThread(const void *pool, const void *thread)
{
    (void)pool;
    (void)thread;
    return true;
}
