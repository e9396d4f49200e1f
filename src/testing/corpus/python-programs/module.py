# A program sees the library as one module: its public names, called as programs call them, and none of its parts.
# expect host: []
# expect host: False False
# expect host: ['epython']
# expect host: True <class 'epython.OffloadError'>
# expect host: ModuleNotFoundError
# expect host: [2]
import importlib
import pickle

import epython

names = [name for name in dir(epython) if not name.startswith("_")]
print([name for name in names if name not in epython.__all__])
print(hasattr(epython, "data"), hasattr(epython, "__path__"))
named = [getattr(epython, name) for name in epython.__all__ if not name.isupper()]
named += [epython.Handler.wait, epython.KernelError.__init__]
print(sorted({one.__module__ for one in named}))
print(all(pickle.loads(pickle.dumps(one)) is one for one in named), epython.OffloadError)


@epython.offload(target=0)
def plus_one(x):
    return x + 1


try:
    importlib.reload(epython)
except ImportError as error:
    print(type(error).__name__)
print(plus_one(1))
