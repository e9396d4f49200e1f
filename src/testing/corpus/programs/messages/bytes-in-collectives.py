# cores: 3
import parallel

data = parallel.bcast(b"from 1" if parallel.coreid() == 1 else None, 1)
print(data, parallel.reduce(parallel.coreid() * 1, "sum"))  # expect: b'from 1' 3
