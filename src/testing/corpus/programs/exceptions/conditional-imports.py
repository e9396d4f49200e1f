try:
    import numpy as np
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
# expect: no nonsense
# expect: <module 'numpy' from '/root/.pyenv/versions/3.11.7/lib/python3.11/site-packages/numpy/__init__.py'> 2.0
