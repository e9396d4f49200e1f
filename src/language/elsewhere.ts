// What students bring from other systems for parallel programs, and what says the same here.

/// Modules of Python's world, with their counterpart as the end of a sentence.
export const MODULES_ELSEWHERE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    numpy: "use lists; `array` of module `array` makes one of several dimensions",
    scipy: "write the function yourself, or use module `math`",
    pandas: "use lists and dictionaries",
    matplotlib: "print the values; *Timeline* and *Scaling* draw what the cores do",
    threading:
      "every core runs the program at the same time; cores work together with `send`, `recv` and the other functions of `parallel`",
    multiprocessing:
      "every core runs the program at the same time; cores work together with `send`, `recv` and the other functions of `parallel`",
    concurrent: "`taskfarm` gives functions to cores that are free",
    asyncio: "`nonblocking_send` and `probe` of `parallel` let a core go on while a message is under way",
    queue: "cores exchange values with `send` and `recv` of `parallel`",
    joblib: "`taskfarm` gives functions to cores that are free",
    dask: "`taskfarm` gives functions to cores that are free",
    ray: "`taskfarm` gives functions to cores that are free",
    numba: "the program is compiled already",
    decimal: "`Fraction` of `fractions` counts exactly; for money, count whole cents",
    os: "a core has no files and no operating system",
    sys: "a core has no command line; `exit()` ends the program on it",
    socket: "cores exchange values with `send` and `recv` of `parallel`",
  }),
);

const RANK = "`coreid()` of `parallel` gives the number of this core";
const SIZE = "`numcores()` of `parallel` gives the number of cores";
const PLAIN = "call the functions of `parallel` directly, as in `send(x, 1)`";
const CORES = "every core runs the whole program already; `if coreid() == 0:` says what only core 0 does";

/// Names of MPI and of Python's modules for threads and processes.
export const NAMES_ELSEWHERE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    MPI: PLAIN,
    comm: PLAIN,
    COMM_WORLD: PLAIN,
    MPI_COMM_WORLD: PLAIN,
    MPI_Init: "nothing needs to be started: leave it out",
    MPI_Finalize: "nothing needs to be ended: leave it out",
    MPI_Comm_rank: RANK,
    MPI_Comm_size: SIZE,
    MPI_Send: "`send(value, core)` of `parallel` sends",
    MPI_Recv: "`recv(core)` of `parallel` gives what was sent",
    MPI_Isend: "`nonblocking_send(value, core)` of `parallel` sends without waiting",
    MPI_Irecv: "`nonblocking_recv(core)` of `parallel` receives without waiting",
    MPI_Sendrecv: "`sendrecv(value, core)` of `parallel` swaps two values",
    MPI_Bcast: "`x = bcast(x, root)` of `parallel` gives every core the value of the root",
    MPI_Reduce: '`total = reduce(x, "sum")` of `parallel` combines the values of all cores',
    MPI_Allreduce: '`total = reduce(x, "sum")` of `parallel` combines the values of all cores',
    MPI_Barrier: "`sync()` of `parallel` waits for all cores",
    MPI_Wtime: "`time()` of module `time` gives this core's clock in seconds",
    Get_rank: RANK,
    get_rank: RANK,
    my_rank: RANK,
    Get_size: SIZE,
    get_size: SIZE,
    num_cores: SIZE,
    Barrier: "`sync()` of `parallel` waits for all cores",
    barrier: "`sync()` of `parallel` waits for all cores",
    Thread: CORES,
    Process: CORES,
    Pool: "`taskfarm` gives functions to cores that are free",
    ThreadPoolExecutor: "`taskfarm` gives functions to cores that are free",
    ProcessPoolExecutor: "`taskfarm` gives functions to cores that are free",
    Lock: "cores share no variables; `lock()` and `unlock()` of module `shared` guard its arrays",
    Queue: "cores exchange values with `send` and `recv` of `parallel`",
    Pipe: "cores exchange values with `send` and `recv` of `parallel`",
    cpu_count: SIZE,
    np: "use lists; `array` of module `array` makes one of several dimensions",
    threadIdx: RANK,
    blockIdx: RANK,
    omp_get_thread_num: RANK,
    omp_get_num_threads: SIZE,
  }),
);
