//! Measures file -> model with the key in hand, warm, and where the time goes. Compare
//! only inside one run: `cargo run --release -p hearth-card --example open_speed`.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use hearth_card::{CARD_FILE, CardDoc, CardKey, open, seal};
use hearth_sealed::Secret;

const ROUNDS: usize = 60;
const CALLS: u32 = 500;

fn main() -> Result<(), Box<dyn Error>> {
    let json = include_str!("../../../tests/vectors/card/v1.json");
    let doc: CardDoc = serde_json::from_str(json)?;
    let json = serde_json::to_string(&doc)?;
    let key = CardKey::new(&Secret::from_bytes([7; 32]));
    let folder = std::env::temp_dir().join(format!("hearth-card-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(CARD_FILE);
    std::fs::write(&path, seal(&doc, &key)?)?;

    let parts: [(&str, &dyn Fn()); 5] = [
        ("open: file to model", &|| _ = black_box(open(&folder, &key))),
        ("  reading a file of that size", &|| _ = black_box(std::fs::read(&path))),
        ("  JSON to model, and dropping it", &|| {
            _ = black_box(serde_json::from_str::<CardDoc>(&json));
        }),
        ("  the same, checking each string", &|| {
            _ = black_box(serde_json::from_slice::<CardDoc>(json.as_bytes()));
        }),
        ("  cloning a model and dropping it", &|| drop(black_box(doc.clone()))),
    ];
    let mut took = parts.map(|_| Vec::with_capacity(ROUNDS));
    // Taken in turns: a noisy neighbour then disturbs all of them alike.
    for _ in 0..ROUNDS {
        for ((_, part), took) in parts.iter().zip(&mut took) {
            let start = Instant::now();
            (0..CALLS).for_each(|_| part());
            took.push(start.elapsed() / CALLS);
        }
    }
    println!("{} bytes of JSON, {ROUNDS} rounds of {CALLS} calls", json.len());
    for ((name, _), mut took) in parts.iter().zip(took) {
        took.sort();
        let [low, median, high] = [ROUNDS / 20, ROUNDS / 2, ROUNDS - ROUNDS / 20].map(|i| took[i]);
        println!("{name:34} median {median:?}, 90 % of rounds {low:?} to {high:?}");
    }
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
