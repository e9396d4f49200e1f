try:
    import no_such_module as np
except ImportError as e:
    np = None
    print(e, type(e).__name__)
try:
    from math import sqrt, nonsense
except ImportError:
    print("no nonsense")
try:
    import math
except ImportError:
    print("never")
print(np, math.sqrt(4))
# expect: No module named 'no_such_module' ModuleNotFoundError
# expect: no nonsense
# expect: None 2.0
