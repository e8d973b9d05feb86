# Sourced by ./run: starts larderd and ends it, by its process id, when the script ends.

larderd=$top/build/server/larderd
larder=$top/build/app/larder

# start_server FOLDER [OPTION…]: its data and log stay in FOLDER; sets server_url and server_pid.
start_server() {
    local folder=$1
    shift
    mkdir -p "$folder"
    : >"$folder/listening" # what the last run said there is not true any more
    "$larderd" --data-dir "$folder" "$@" >"$folder/listening" 2>"$folder/larderd.log" &
    server_pid=$!
    trap stop_server EXIT
    local waited=0
    until grep -q '"event":"listening"' "$folder/listening"; do
        kill -0 "$server_pid" 2>/dev/null && [ $((waited += 1)) -le 200 ] \
            || { tail -n 20 "$folder/larderd.log" >&2; die "larderd did not start; its log is $folder/larderd.log."; }
        sleep 0.05
    done
    server_url=$(sed -n 's/.*"http":"\([^"]*\)".*/\1/p' "$folder/listening")
}

stop_server() {
    kill "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
}
